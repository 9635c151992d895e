"""P: private data."""

from generator.problems.problem import Code, Severity

PRIVATE_FIELD = Code(
    "P01",
    "поле «{field}» — личные данные, их здесь не хранят",
    "Удалите поле: {reason}.",
)
NAME_IN_RECORD = Code(
    "P02",
    "здесь записано имя человека: «{value}»",
    "Имена хранятся в people.yml вместе с согласием. Поставьте обозначение человека оттуда, "
    "а если согласия нет — должность и организацию: {{position: …, organisation_name: …}}.",
)
NAME_WITHOUT_CONSENT = Code(
    "P03",
    "имя без согласия на публикацию",
    "Внесите согласие (consent: fields: [name], given_on, document) или удалите имя: "
    "на сайте будет должность.",
)
CONSENT_WITHDRAWN = Code(
    "P04",
    "согласие отозвано, а имя осталось в файле",
    "На сайте его уже нет. Удалите имя и из записи.",
    Severity.WARNING,
)
PRIVATE_PATTERN = Code(
    "P05",
    "похоже на личные данные ({what}): «{value}»",
    "Удалите: хранилище открыто для всех.",
)
