"""A centre in Spanish with a price of its own, as far as tests need its words."""

from carechoice.catalog.load import DEFAULT_FOLDER, load

SPANISH_WORDS = """key,text
title,¿Terapia semanal o un programa?
and,{first} y {second}
week.one,{n} semana
week.other,{n} semanas
week.many,{n} de semanas
day.many,{n} de días
session.many,{n} de sesiones
hour.many,{n} de horas
minute.many,{n} de minutos
weekdays,lunes|martes|miércoles|jueves|viernes|sábado|domingo
weekdays.range,{first} a {last}
plans.employer.label,Plan del trabajo
cost.range,quizás de {low} a {high}
answer.phase,{hours} hasta el {end}
answer.option.therapy,**Terapia**: {phases}; usted paga {cost}.
"""
# Our prices for a session of 60 minutes, and those of a centre.
OURS, THEIRS = "113.58,130.23,158.02", "90,100,110"


def spanish_centre(folder):
    """The catalog of such a centre, whose folder is this one."""
    (folder / "words/es").mkdir(parents=True)
    (folder / "words/es/todo.csv").write_text(SPANISH_WORDS, encoding="utf-8")
    prices = (DEFAULT_FOLDER / "prices.csv").read_text(encoding="utf-8")
    assert OURS in prices
    (folder / "prices.csv").write_text(prices.replace(OURS, THEIRS), encoding="utf-8")
    return load([folder, DEFAULT_FOLDER], locale="es_ES")
