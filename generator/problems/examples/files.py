"""F: the file itself."""

from generator.problems.codes import files as codes
from generator.problems.examples.example import Example, Way, said

EXAMPLES = (
    said(
        codes.FILE_UNREADABLE,
        "Файл лежит на общем диске, и читать его разрешено только владельцу.",
        "Файл разрешено читать и тому, кто запускает проверку.",
        "Программа не смогла открыть файл, поэтому не знает, что в нём.",
    ),
    said(
        codes.FILE_TOO_LARGE,
        "В запись протокола вставлен весь доклад со снимками: файл занимает 5 МБ.",
        "В записи — повестка и решения, доклад лежит рядом файлом PDF.",
        "Запись читают люди и программа; вложенный в неё документ не прочтёт никто.",
    ),
    said(
        codes.FILE_EMPTY,
        "Файл создан, но в нём ничего не написано.",
        "В файле заполнены хотя бы обязательные поля.",
        "Из пустого файла страницы не сделать. Чаще всего его создали и забыли заполнить.",
    ),
    said(
        codes.FILE_NOT_UTF8,
        "Файл сохранён в кодировке Windows-1251.",
        "Тот же файл сохранён в кодировке UTF-8.",
        "В другой кодировке вместо русских букв получились бы знаки вопроса.",
    ),
    said(
        codes.FILE_CONTROL,
        "В слове, вставленном из Word, остался мягкий перенос: его не видно, но он есть.",
        "Слово набрано заново.",
        "Невидимый знак мешает искать слово и может показать текст не так, как он записан.",
    ),
    Example(
        codes.FILE_MISPLACED,
        "meeting-planned.yml",
        "associations/rmo-matematika/2025-2026/2026-03-25.yml",
        "associations/rmo-matematika/2025-2026/meetings/2026-03-25.yml",
        "По месту файла программа узнаёт, что это за запись, чья она и какого года.",
        way=Way.NAMES,
    ),
    Example(
        codes.FILE_NAME,
        "practice-short.md",
        "practices/Счёт на уроке.md",
        "practices/schet-na-uroke.md",
        "Имя файла становится адресом страницы, поэтому оно из латинских букв и без пробелов.",
        way=Way.NAMES,
    ),
    said(
        codes.FILE_SPECIAL,
        "Вместо протокола лежит ярлык (ссылка) на файл в другой папке.",
        "В папке лежит сам файл.",
        "Ссылка может вести за пределы хранилища, поэтому по ссылкам программа не ходит.",
    ),
    Example(
        codes.FILE_SAME_ADDRESS,
        "practice-short.md",
        "practices/ustnyy-schet.md\npractices/ustnyy-schet.markdown",
        "practices/ustnyy-schet.md\npractices/ustnyy-schet-v-5-klasse.md",
        "Две страницы не могут стоять по одному адресу: одна из записей пропала бы с сайта.",
        way=Way.NAMES,
    ),
    said(
        codes.FILE_MISSING,
        "В папке associations/rmo-himiya лежит план, а файла association.yml нет.",
        "В папке associations/rmo-himiya лежат и association.yml, и план.",
        "Без него неизвестно, как объединение называется и кто в нём состоит.",
    ),
    said(
        codes.FILE_KIND,
        "Рядом с практикой лежит программа igra.exe.",
        "Рядом с практикой лежат правила игры: pravila-igry.pdf.",
        "Сайт отдаёт только файлы, которые безопасно открыть и можно проверить.",
    ),
    said(
        codes.FOLDER_MISSING,
        "umo check contetn",
        "umo check content",
        "Папки с таким именем нет: в команде опечатка или она набрана в другой папке.",
    ),
    said(
        codes.FILE_UNNAMED,
        "Рядом с практикой лежит файл pravila-igry.pdf, а в записи о нём ни слова.",
        "Файл назван в products или удалён.",
        "Публикуется только то, что названо в записи: забытый файл не попадёт на сайт случайно.",
    ),
    said(
        codes.FILE_NOT_AS_NAMED,
        "Документ Word переименован: был list.docx, стал list.pdf.",
        "Документ открыт в Word и сохранён как PDF.",
        "От переименования вид файла не меняется: у читателя он не откроется.",
    ),
    said(
        codes.FILE_BESIDE_TOO_LARGE,
        "Рядом с практикой лежит презентация на 35 МБ.",
        "Рисунки в презентации сжаты, теперь она занимает 4 МБ.",
        "Такой файл не открыть с телефона, и хранилище росло бы с каждой его правкой.",
    ),
    Example(
        codes.NO_PICTURE,
        "practice.md",
        "![График оценок](https://example.org/grafik.png)",
        "![График оценок](grafik.png)",
        "Чужой сайт узнал бы о каждом читателе, а исчезнет он — исчезнет и картинка.",
        "файл grafik.png лежит в папке рядом с записью",
        Way.BODY,
    ),
    Example(
        codes.FILE_NAME_TAKEN,
        "practice-short.md",
        "practices/subject.md",
        "practices/subject-na-uroke.md",
        "По этому адресу стоит список самого сайта.",
        way=Way.NAMES,
    ),
)
