"""Every form with the values that its template may name: the one list of them."""

from typing import Any

from generator.pages.word.sheets.analysis import AnalysisSheet
from generator.pages.word.sheets.composition import CompositionSheet
from generator.pages.word.sheets.control import ControlSheet
from generator.pages.word.sheets.meeting import MinutesSheet, RegistrationSheet
from generator.pages.word.sheets.plan import PlanSheet
from generator.pages.word.sheets.register import RegisterSheet
from generator.pages.word.sheets.whole import PortfolioSheet, PracticeSheet
from generator.pages.word_files import Form

SHEETS: dict[Form, Any] = {
    Form.MINUTES: MinutesSheet,
    Form.SHORT: MinutesSheet,
    Form.AGENDA: MinutesSheet,
    Form.REGISTRATION: RegistrationSheet,
    Form.PLAN: PlanSheet,
    Form.ANALYSIS: AnalysisSheet,
    Form.COMPOSITION: CompositionSheet,
    Form.REGISTER: RegisterSheet,
    Form.CONTROL: ControlSheet,
    Form.PORTFOLIO: PortfolioSheet,
    Form.PRACTICE: PracticeSheet,
    Form.HANDOUT: PracticeSheet,
}
