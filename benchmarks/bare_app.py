"""A bare Streamlit app to compare with: one slider and three Plotly charts.

Written as Streamlit's and Plotly's documentation suggest and run with default settings, so it is
what a page of three such charts costs without anything of ours. The charts have the kinds, sizes
and amounts of data of ours; every label has the slider's value.
"""

from datetime import date, timedelta

import plotly.graph_objects as go
import streamlit as st

WEEKS = 8
LEVELS = ["Outpatient", "Intensive outpatient", "Partial hospitalization", "Residential"]

st.set_page_config(layout="wide")
st.title("Therapy or a program?")
hours = st.slider("Hours of IOP a week", 3, 30, 9, key="iop_hours_per_week")

weeks = [date(2026, 11, 30) + timedelta(weeks=week) for week in range(19)]
time = go.Figure()
time.add_trace(go.Scatter(x=weeks, y=[1] * 19, line_shape="hv", fill="tozeroy", name="Therapy"))
time.add_trace(
    go.Scatter(x=weeks, y=[hours] * WEEKS + [0], line_shape="hv", fill="tozeroy", name="Program")
)
time.add_annotation(x=weeks[0], y=hours, text=f"{hours * WEEKS} hours in all", showarrow=False)
time.update_layout(height=280, xaxis_title="Week", yaxis_title="Hours a week")

price = 255 * hours * WEEKS / 3
cost = go.Figure()
for part, share, pattern in (("You pay", 0.4, ""), ("Your plan pays", 0.6, "/")):
    cost.add_trace(
        go.Bar(
            x=[2344 * share, price * share],
            y=["Therapy", "Program"],
            orientation="h",
            name=part,
            marker_pattern_shape=pattern,
        )
    )
cost.add_annotation(x=price / 2, y=1, text=f"${price:,.0f} in all", showarrow=False, yshift=40)
cost.update_layout(height=280, barmode="stack", xaxis_tickprefix="$")

level = go.Figure()
level.add_trace(go.Bar(x=[9, 11, 12, 32], base=[0, 9, 20, 0], y=LEVELS, orientation="h"))
level.add_trace(go.Scatter(x=[1, hours], y=LEVELS[:2], mode="markers", marker_size=17))
level.add_annotation(x=hours, y=LEVELS[1], text=f"{hours} hours a week", showarrow=False)
level.update_layout(height=340, xaxis_title="Hours a week", showlegend=False)

left, right = st.columns(2)
left.plotly_chart(time)
right.plotly_chart(cost)
st.plotly_chart(level)
