"""Associations, their people and what they may see published."""

from generator.models.vocabulary.base import Vocabulary


class Country(Vocabulary):
    """Where a regulation is in force (ISO 3166-1)."""

    RUSSIA = "ru", "Россия"
    BELARUS = "by", "Беларусь"


class AssociationKind(Vocabulary):
    """What kind of body an association is."""

    REGIONAL = "regional", "региональное УМО"
    CENTRE = "centre", "центр непрерывного повышения профессионального мастерства"
    SERVICE = "service", "методическая служба"
    MUNICIPAL = "municipal", "МУМО"
    DISTRICT = "district", "районное УМО"
    DISTRICT_SUBJECT = "rmo", "РМО"
    MUNICIPAL_SUBJECT = "mo", "муниципальное МО"
    INTERSCHOOL = "interschool", "межшкольное МО"
    NETWORK = "network", "сетевое МО"
    SCHOOL = "school", "ШМО"
    SECTION = "section", "секция"
    CREATIVE_GROUP = "creative_group", "творческая группа"
    WORKING_GROUP = "working_group", "рабочая группа"


class Level(Vocabulary):
    """How far a body or a practice reaches, from a school to the country."""

    SCHOOL = "school", "школьный"
    MUNICIPAL = "municipal", "муниципальный"
    REGIONAL = "regional", "региональный"
    FEDERAL = "federal", "федеральный"


class EducationLevel(Vocabulary):
    """Levels of education (273-ФЗ, art. 10; Code of Belarus on education, art. 12)."""

    PRESCHOOL = "preschool", "дошкольное"
    PRIMARY = "primary", "начальное общее"
    BASIC = "basic", "основное общее"
    SECONDARY = "secondary", "среднее общее"
    SPECIAL = "special", "специальное"
    ADDITIONAL = "additional", "дополнительное"
    VOCATIONAL = "vocational", "профессиональное"


class Audience(Vocabulary):
    """Whom an association unites (003, п. 1.1)."""

    TEACHERS = "teachers", "педагоги"
    LEADERS = "leaders", "руководители"
    PRESCHOOL = "preschool", "воспитатели"
    ADDITIONAL = "additional", "педагоги дополнительного образования"
    SPECIALISTS = "specialists", "специалисты сопровождения"


class Role(Vocabulary):
    """The office that somebody holds in an association."""

    HEAD = "head", "руководитель"
    DEPUTY = "deputy", "заместитель руководителя"
    SECRETARY = "secretary", "секретарь"
    MEMBER = "member", "член объединения"
    CURATOR = "curator", "куратор"
    COORDINATOR = "coordinator", "методист-координатор"
    MODERATOR = "moderator", "модератор"
    EXPERT = "expert", "эксперт"


class CategoryCode(Vocabulary):
    """Qualification categories of teachers in Russia and Belarus."""

    METHODIST = "methodist", "учитель-методист"
    HIGHEST = "highest", "высшая категория"
    FIRST = "first", "первая категория"
    SECOND = "second", "вторая категория"
    COMPLIANCE = "compliance", "соответствие занимаемой должности"
    NONE = "none", "без категории"


class ConsentField(Vocabulary):
    """What a person has agreed to see published (152-ФЗ, art. 10.1; 99-З)."""

    NAME = "name", "имя"
    POSITION = "position", "должность и место работы"
    CATEGORY = "category", "квалификационная категория"
    EXPERIENCE = "experience", "стаж"
    AWARDS = "awards", "награды"
    SELF_EDUCATION = "self_education", "тема самообразования"
    AUTHORSHIP = "authorship", "авторство методических материалов"
    EXPERT_ROLES = "expert_roles", "экспертная работа"


class ConsentPurpose(Vocabulary):
    """Where a person has agreed to see it (152-ФЗ, art. 10.1: conditions of spreading).

    Pages come with what is made of them: print, Word files, the search. Feeds and calendars leave
    the site for readers' devices; open data and markup are made to be taken by machines.
    """

    PAGES = "pages", "страницы сайта"
    FEEDS = "feeds", "ленты и календари"
    OPEN_DATA = "open_data", "открытые данные"
