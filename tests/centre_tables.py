"""A made-up centre's own tables: two programs at two sites, two payers, one plan."""

from carechoice.catalog.load import DEFAULT_FOLDER, BadDataError, load

SITES = """name,address,state,npi,tin
North,1 First St,MA,1234567893,12-3456789
South,,,,
"""
PROGRAMS = (
    "name,site,place,days,starts_at,hours_per_day,weeks,price_per_day_usd,start_dates,"
    "closed_on_holidays,closed_days,languages,hours_filled\n"
    'Day program,North,in person,"Mon, Tue, Wed, Thu",09:00,4,6,400,,yes,,"English, Spanish",'
    '"group: 12, education: 4"\n'
    "Evening program,South,online,mon_wed_thu,17:30,3,8,350,2027-01-04|2027-02-01,no,,,\n"
).replace("mon_wed_thu", "Mon Wed Thu")
THERAPISTS = "session_minutes,price_usd\n45,140\n60,180\n"
PAYERS = (
    "payer,plan,therapy_network,program_network,therapy_30_usd,therapy_45_usd,therapy_60_usd,"
    "program_day_usd,therapy_source,program_source\n"
    "First payer,,in network,in network,70,100,131.50,310,,\n"
    "Second payer,,in network,out of network,,96,125,240,,\n"
)
PAYER_PLANS = (
    "payer,plan,deductible_usd,oop_max_usd,plan_pays_percent,therapy_copay_usd,"
    "therapy_deductible_applies,iop_copay_per_day_usd,iop_deductible_applies,plan_year_start\n"
    "First payer,Silver,1500,5000,70,30,no,,yes,07-01\n"
)
TABLES = {
    "sites.csv": SITES,
    "programs.csv": PROGRAMS,
    "therapists.csv": THERAPISTS,
    "payers.csv": PAYERS,
    "payer_plans.csv": PAYER_PLANS,
}


def centre_folder(folder, **changed):
    """The folder with these tables; ``changed`` are other texts of tables by their name."""
    folder.mkdir()
    for name, text in {**TABLES, **{f"{each}.csv": changed[each] for each in changed}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def loaded(folder, **changed):
    """The catalog of such a folder laid over ours."""
    return load([centre_folder(folder, **changed), DEFAULT_FOLDER])


def refused(folder, **changed):
    """What is wrong with such a folder, a sentence each."""
    try:
        loaded(folder, **changed)
    except BadDataError as error:
        return list(error.problems)
    return []
