"""The guide: hand-written pages that come with the program, at the same addresses on every site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.shipped import GUIDE, guide_files


def add_guide(files: Files, config: MkDocsConfig) -> None:
    """Add the pages of the guide, save those that the site has written anew at the same address.

    They have no edit link, since they are not among the site's own files, and a site whose
    navigation leaves them out is not told so.
    """
    taken = {file.dest_uri.casefold() for file in files}
    for name in guide_files():
        source, level = str(GUIDE.parent / name), InclusionLevel.NOT_IN_NAV
        file = File.generated(config, name, abs_src_path=source, inclusion=level)
        if file.dest_uri.casefold() not in taken:
            files.append(file)


def is_guide(file: File) -> bool:
    """Tell whether a page is one of the program's guide, not of the site's own."""
    return file.abs_src_path is not None and Path(file.abs_src_path).is_relative_to(GUIDE)
