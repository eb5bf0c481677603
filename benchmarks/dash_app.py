"""The page of bare_app.py in Dash, written as its documentation suggests: `dash_app.py PORT`."""

import sys

from bare_figures import LABEL, LEAST, MOST, START, TITLE, figures
from dash import Dash, Input, Output, callback, dcc, html

CHARTS = ("time", "cost", "level")
HALF = {"width": "50%"}

app = Dash(title=TITLE)
app.layout = html.Div(
    [
        html.H1(TITLE),
        html.Label(LABEL),
        dcc.Slider(LEAST, MOST, 1, value=START, marks=None, updatemode="drag", id="hours"),
        html.Div(
            [dcc.Graph(id="time", style=HALF), dcc.Graph(id="cost", style=HALF)],
            style={"display": "flex"},
        ),
        dcc.Graph(id="level"),
    ]
)


@callback([Output(chart, "figure") for chart in CHARTS], Input("hours", "value"))
def update(hours):
    return figures(hours)


if __name__ == "__main__":
    app.run(port=int(sys.argv[1]))
