"""Why a file cannot be read or written, and what a person can do about it: in Russian."""

import errno

_FULL = "на диске нет места"
_NO_RIGHT = "нет права на запись"
_NOT_A_FOLDER = "на месте папки лежит файл"
_REASONS = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "диск открыт только для чтения",
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "файл больше, чем разрешено",
    errno.ENAMETOOLONG: "имя или путь слишком длинные",
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.EEXIST: _NOT_A_FOLDER,
    errno.EISDIR: "на месте файла лежит папка",
    errno.ENOENT: "нет такой папки",
    errno.EBUSY: "занято другой программой",
    errno.EXDEV: "папка лежит на другом диске",
    errno.ELOOP: "ссылки ведут по кругу",
    errno.EMFILE: "открыто слишком много файлов",
    errno.ENFILE: "открыто слишком много файлов",
}
_ADVICE = {
    errno.EACCES: "Разрешите запись в эту папку или назовите другую.",
    errno.EPERM: "Разрешите запись в эту папку или назовите другую.",
    errno.EROFS: "Назовите папку на другом диске.",
    errno.ENOSPC: "Освободите место и повторите.",
    errno.EDQUOT: "Освободите место и повторите.",
    errno.EFBIG: "Снимите ограничение на размер файлов и повторите.",
    errno.ENAMETOOLONG: "Дайте записи или папке имя короче.",
    errno.EBUSY: "Закройте программы, в которых открыта эта папка, и повторите.",
    errno.EXDEV: "Назовите папку на том же диске.",
    errno.EMFILE: "Закройте другие программы и повторите.",
    errno.ENFILE: "Закройте другие программы и повторите.",
}


def reason(error: OSError) -> str:
    """Why, in some words."""
    return _REASONS.get(error.errno or 0, "ошибка ввода-вывода")


def advice(error: OSError) -> str:
    """What to do about it, as a sentence; empty where the reason says it."""
    return _ADVICE.get(error.errno or 0, "")


def told(error: OSError) -> str:
    """Which file, why, and what to do."""
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{reason(error)}. {advice(error)}".strip()
