"""The floor: the same figures on a static page with the same bundle, type and styles, and nothing else."""

from __future__ import annotations

import json
import shutil
from itertools import zip_longest
from pathlib import Path

from tests.bench.chosen import Shown
from tests.shared import REPOSITORY

# Below this width the app draws a figure's narrow form (assets/view/figures.js).
NARROW = 480
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Floor</title>
<link rel="preload" href="/assets/fonts/source-sans-3.woff2" as="font" type="font/woff2" crossorigin>
{styles}
</head>
<body>
<main class="wrap">
<select id="{select}">{options}</select>
{places}
</main>
<script type="application/json" id="figures">{figures}</script>
<script src="/assets/vendor/plotly-custom.min.js"></script>
<script>
const config = {{ displayModeBar: false }};
const graphs = document.querySelectorAll(".graph");
function draw(figures) {{ for (const [place, figure] of Object.entries(figures)) {{ Plotly.react(graphs[place], figure.data, figure.layout, config); }} }}
document.getElementById("{select}").addEventListener("change", async (event) => draw(await (await fetch(event.target.value + ".json")).json()));
draw(JSON.parse(document.getElementById("figures").textContent));
</script>
</body>
</html>"""


def write_floor(folder: Path, shown: Shown) -> None:
    """Write the page, what it needs, and the figures of each choice."""
    shutil.copytree(REPOSITORY / "assets", folder / "assets")
    places = [graph_id for graph_id, _ in shown.figures]
    for measure, figures in shown.changes.items():
        placed = {places.index(graph_id): fitted(figure, shown.widths[places.index(graph_id)]) for graph_id, figure in figures.items()}
        (folder / f"{measure}.json").write_text(as_json(placed), encoding="utf-8")
    (folder / "index.html").write_text(page(shown), encoding="utf-8")


def page(shown: Shown) -> str:
    figures = [fitted(figure, width) for (_, figure), width in zip(shown.figures, shown.widths, strict=True)]
    styles = [f'<link rel="stylesheet" href="/assets/{path.name}">' for path in sorted((REPOSITORY / "assets").glob("*.css"))]
    sizes = [f"width:{figure['layout']['width']}px;height:{figure['layout']['height']}px" for figure in figures]
    return PAGE.format(
        styles="\n".join(styles),
        select=shown.page.select.removeprefix("#"),
        # As in the app, the measure that is shown stands chosen.
        options="".join(f"<option>{measure}</option>" for measure in reversed(list(shown.changes))),
        places="\n".join(f'<div class="graph" style="display:inline-block;{size}"></div>' for size in sizes),
        figures=as_json(dict(enumerate(figures))).replace("<", "\\u003c"),
    )


def as_json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def fitted(figure: dict, width: int) -> dict:
    """The figure as the app draws it in this place: in its narrow form where the place is narrow, at its final width."""
    narrow = figure["layout"].get("meta", {}).get("narrow", {}) if width < NARROW else {}
    data = [merged(trace, over) for trace, over in zip_longest(figure["data"], narrow.get("data", []), fillvalue={})]
    return {"data": data, "layout": merged(figure["layout"], narrow.get("layout", {})) | {"autosize": False, "width": width}}


def merged(base: dict, over: dict) -> dict:
    both = {key: merged(base[key], value) if isinstance(value, dict) and isinstance(base.get(key), dict) else value for key, value in over.items()}
    return base | both
