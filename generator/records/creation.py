"""Files that begin to be: a file that is there is never touched."""

from pathlib import Path

from generator.file_trouble import reason
from generator.records.refusal import RecordRefusedError
from generator.whole_files import create_whole


def create(path: Path, text: str) -> Path:
    """Write a file that is not there yet; its folder is made with it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise RecordRefusedError(f"файл {path} не записать: на месте папки лежит файл") from None
    except OSError as error:
        raise RecordRefusedError(f"файл {path} не записать: {reason(error)}") from None
    try:
        create_whole(path, text.encode())
    except FileExistsError:
        raise RecordRefusedError(f"файл {path} уже есть, и он не тронут") from None
    except OSError as error:
        raise RecordRefusedError(f"файл {path} не записать: {reason(error)}") from None
    return path
