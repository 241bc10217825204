"""What each step of the demo does; a step that does not come out as it must fails loudly."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gridgov import reading
from gridgov.asking import open_graph
from gridgov.demo.errors import DemoFailed
from gridgov.demo.findings import FINDINGS
from gridgov.marking import write_marked_workbooks
from gridgov.reconciling import reconciled
from gridgov.settings import Settings
from gridgov.terminal import working
from gridgov.words import Language, Words

if TYPE_CHECKING:
    from loaders.check import CheckReport
    from loaders.load import LoadReport
    from queries.reconciliation import FigureResult


_SAMPLING = Words("写出示例区的表格", "Writing the example district")
_COUNTING = Words("与公布的数字核对", "Counting what was published")
_ASKING = Words("提问", "Asking")
_DRAWING = Words("画图", "Drawing the map")


@dataclass(frozen=True)
class Demo:
    """The demo in a folder of its own, with its own workspace.

    Args:
        folder: where everything is written.
        settings: the language, and the workspace.
    """

    folder: Path
    settings: Settings

    @property
    def language(self) -> Language:
        """The language of the story."""
        return self.settings.language

    def sample(self) -> tuple[list[Path], list[Path]]:
        """Write the example district, clean and with planted faults, and return the files of each."""
        from sample_data.example import write_example

        with working(_SAMPLING(self.language)):
            clean = write_example(self.folder / "workbooks")
            faulty = write_example(self.folder / "faulty", faults=True)
        return list(clean), list(faulty)

    def check(self, files: Iterable[Path]) -> tuple["CheckReport", list[Path]]:
        """Check the faulty files; return what was found, and the marked workbooks."""
        from loaders.check import check
        from loaders.preparing.options import LoadOptions

        files = list(files)
        with reading.progress(self.settings) as progress:
            report = check(files, None, LoadOptions(), progress=progress)
        if not reading.has_errors(report):
            raise DemoFailed(Words("检查", "check"), "0 errors")
        return report, write_marked_workbooks(report, self.folder / "marked", self.language)

    def load(self, files: Iterable[Path]) -> "LoadReport":
        """Load the clean files into the demo's own workspace."""
        from loaders.load import load
        from loaders.preparing.options import LoadOptions

        with reading.progress(self.settings) as progress:
            report = load(list(files), self.settings.workspace(), LoadOptions(fresh=True), progress=progress)
        if report.snapshot is None or report.rejected:
            raise DemoFailed(Words("装载", "load"), f"rejected: {report.rejected}")
        return report

    def reconcile(self) -> tuple["FigureResult", ...]:
        """Hold the counts against the published figures."""
        with working(_COUNTING(self.language)):
            found = reconciled(self.settings)
        off = [result.figure for result in found if result.verdict == "differs"]
        if off or not any(result.verdict == "agrees" for result in found):
            raise DemoFailed(Words("核对", "reconcile"), ", ".join(off))
        return found

    def findings(self) -> list[tuple[str, str]]:
        """Return each finding with the question that it answers."""
        from queries.catalogue_reading import read_catalogue
        from queries.running import run

        told = []
        with working(_ASKING(self.language)), open_graph(self.settings) as (snapshot, store):
            for finding in FINDINGS:
                query = read_catalogue().find(finding.query)
                rows = run(store, query, {}, snapshot.manifest.as_of).records()
                if not rows:
                    raise DemoFailed(Words("发现", "findings"), finding.query)
                told.append((finding.query, finding.tell(rows, self.language)))
        return told

    def map(self, figures: Iterable["FigureResult"]) -> Path:
        """Write the board."""
        from visualisations import board

        results = [result.as_json() | {"name": result.name} for result in figures]
        with working(_DRAWING(self.language)):
            page = board(self.settings.snapshot(), language=self.language, synthetic=True, reconciliation=results)
            return page.write(self.folder / "board.html")
