"""Drafts of papers, made of what is on record: analysis, report, portfolio, agenda."""
