"""Files that begin to be: a file that is there is never touched."""

from pathlib import Path

from generator.records.refusal import RecordRefusedError

_REASONS = {
    FileNotFoundError: "нет такой папки",
    NotADirectoryError: "на месте папки лежит файл",
    PermissionError: "нет права на запись",
}


def create(path: Path, text: str) -> Path:
    """Write a file that is not there yet; its folder is made with it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise RecordRefusedError(f"файл {path} не записать: на месте папки лежит файл") from None
    except OSError as error:
        raise RecordRefusedError(f"файл {path} не записать: {reason(error)}") from None
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise RecordRefusedError(f"файл {path} уже есть, и он не тронут") from None
    except OSError as error:
        raise RecordRefusedError(f"файл {path} не записать: {reason(error)}") from None
    return path


def reason(error: OSError) -> str:
    """Why a file could not be written."""
    return _REASONS.get(type(error), "ошибка ввода-вывода")
