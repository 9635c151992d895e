"""The model form of a consent to publication, whose lists are the vocabularies of the records.

What stands on it follows 152-ФЗ, art. 10.1, with Roskomnadzor's order 18 of 24.02.2021, and 99-З,
art. 5: who agrees, to whom, to what, where, for how long, and how it is withdrawn.
"""

from collections.abc import Iterator
from functools import partial

from generator.models.vocabulary import ConsentField, ConsentPurpose
from generator.pages.addresses import CONSENT
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind


def pages(context: Context) -> Iterator[Draft]:
    """Yield the page; the site's publisher and address stand on it, and nobody's data."""
    yield Draft(CONSENT, partial(_page, context))


def _page(context: Context) -> Page:
    return context.page(
        "consent_form.html",
        CONSENT,
        "Бланк согласия на публикацию",
        description="Согласие на публикацию персональных данных: какие сведения и где.",
        publisher=context.names.organisation(context.archive.site.record.publisher),
        fields=tuple(ConsentField),
        purposes=tuple(ConsentPurpose),
        searched=(Sought(SoughtKind.PAGE),),
    )
