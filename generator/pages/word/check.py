"""What is wrong with the office's own templates of Word files."""

from collections.abc import Iterator, Mapping

from generator.load.word_forms import WordForms, digests_of, word_form_path
from generator.pages.word.forms import SHEETS
from generator.pages.word.refused import TemplateRefusedError
from generator.pages.word.trial import tried
from generator.pages.word_files import Form
from generator.problems import Place, Problem, report


def word_problems(forms: WordForms, sound: Mapping[str, bytes]) -> Iterator[Problem]:
    """Try each template; what is known to be sound by its digest is not tried again."""
    kinds = {form.label: SHEETS[form] for form in Form}
    for form, digest in digests_of(forms).items():
        if sound.get(form) == digest:
            continue
        try:
            tried(kinds[form], forms[form])
        except TemplateRefusedError as refused:
            yield report(refused.code, Place(word_form_path(form)), **refused.words)
