"""The page of bare_app.py in NiceGUI, written as its documentation suggests: `nicegui_app.py PORT`.

The slider's own throttle (50 ms) is NiceGUI's default.
"""

import sys

from bare_figures import LABEL, LEAST, MOST, START, TITLE, figures
from nicegui import ui


@ui.page("/")
def page():
    def update(event):
        for plot, figure in zip(plots, figures(int(event.value)), strict=True):
            plot.update_figure(figure)

    ui.label(TITLE).classes("text-h4")
    ui.label(LABEL)
    ui.slider(min=LEAST, max=MOST, value=START, on_change=update)
    time, cost, level = figures(START)
    with ui.row().classes("w-full no-wrap"):
        plots = [ui.plotly(figure).classes("w-1/2") for figure in (time, cost)]
    plots.append(ui.plotly(level).classes("w-full"))


ui.run(port=int(sys.argv[1]), title=TITLE, reload=False, show=False)
