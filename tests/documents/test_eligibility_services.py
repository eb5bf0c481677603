"""What an eligibility answer (X12 271) says that therapy and a program day cost."""

from eligibility_read import asked, read, sure, values


def test_of_service_types_the_closest_to_therapy_counts():
    lines = [f"EB*B*IND*{code}***27*{usd}*****Y" for code, usd in [("98", 50), ("A4", 40)]]
    general = read(*lines)
    assert values(general) == {"therapy_copay_usd": 40}
    assert ("general", "therapy_copay_usd") in asked(general)
    assert sure(general) == set()
    close = read(*lines, "EB*B*IND*MH***27*30*****Y", "EB*B*IND*A6***27*25*****Y")
    assert values(close) == {"therapy_copay_usd": 25}
    session = read(*lines, "EB*B*IND****27*20*****Y*HC:90837", "EB*B*IND*A6***27*25*****Y")
    assert values(session) == {"therapy_copay_usd": 20}


def test_one_line_may_name_many_service_types():
    paper = read("EB*B**1^33^98^MH^UC*HM**27*10.00*****Y", "EB*B**98^MH*HM**27*30.00*****N")
    assert values(paper) == {"therapy_copay_usd": 10}


def test_a_copayment_of_a_hospital_and_of_therapy_together_can_be_that_of_a_stay():
    """Service types 48 and A7 are inpatient care; MH is mental health."""
    for together in ("48^MH", "MH^A7"):
        paper = read(f"EB*B*IND*{together}***27*250*****Y")
        assert values(paper) == {"therapy_copay_usd": 250}
        assert sure(paper) == set()
        assert ("service", "therapy_copay_usd") in asked(paper)
    alone = read("EB*B*IND*48***27*250*****Y", "EB*B*IND*MH***27*30*****Y")
    assert values(alone) == {"therapy_copay_usd": 30}
    assert sure(alone) == {"therapy_copay_usd"}
    share = read("EB*A*IND*48^MH***27**.2****Y")
    assert sure(share) == {"therapy_pays_percent"}


def test_a_share_is_the_patients_and_is_told_as_the_plans():
    paper = read("EB*A*IND*MH***27**.3****Y", "EB*B*IND*MH***27*0*****Y")
    assert values(paper) == {"therapy_copay_usd": 0, "therapy_pays_percent": 70}
    assert ("share", "therapy_pays_percent") in asked(read("EB*A*IND*MH*****20****Y"))


def test_a_copayment_of_nothing_alone_may_mean_that_there_is_none():
    paper = read("EB*B*IND*MH***27*0*****Y")
    assert values(paper) == {}
    assert ("zero_copay", "therapy_copay_usd") in asked(paper)


def test_a_copayment_beside_a_share_may_be_on_top_of_it():
    paper = read("EB*B*IND*MH***27*30*****Y", "EB*A*IND*MH***27**.2****Y")
    assert values(paper) == {
        "therapy_copay_usd": 30,
        "therapy_share_too": True,
        "therapy_pays_percent": 80,
    }
    assert "therapy_share_too" not in sure(paper)
    assert ("missing", "therapy_share_of_rest") in asked(paper)


def test_a_program_day_is_read_where_its_own_code_is_named():
    paper = read("EB*A*IND****27**.2****Y*HC:S9480", "EB*B*IND****27*75*****Y*HC:H0015")
    assert values(paper) == {
        "iop_copay_per_day_usd": 75,
        "iop_pays_percent": 80,
        "iop_share_too": True,
    }


def test_a_program_for_substance_use_alone_may_not_be_the_one_that_is_meant():
    paper = read("EB*A*IND****27**.2****Y*HC:H0015")
    assert values(paper) == {"iop_pays_percent": 80}
    assert sure(paper) == set()
    assert ("service", "iop_pays_percent") in asked(paper)
    assert sure(read("EB*A*IND****27**.2****Y*HC:S9480")) == {"iop_pays_percent"}


def test_a_copayment_for_a_program_day_may_be_told_for_a_visit_or_for_a_day():
    for period in ("", "27", "7"):
        paper = read(f"EB*B*IND****{period}*100*****Y*HC:S9480")
        assert values(paper) == {"iop_copay_per_day_usd": 100}
    hour = read("EB*B*IND****6*100*****Y*HC:S9480")
    assert values(hour) == {}
    assert ("period", "iop_copay_per_day_usd") in asked(hour)
    assert ("period", "therapy_copay_usd") in asked(read("EB*B*IND*MH***7*30*****Y"))


def test_a_program_that_is_not_covered_is_unsure():
    paper = read("EB*I************HC:S9480")
    assert values(paper) == {"iop_not_covered": True}
    assert ("carve_out", "iop_not_covered") in asked(paper)


def test_a_share_of_more_than_half_may_be_the_plans():
    for share in (".8", "1", "0.51"):
        paper = read(f"EB*A*IND*MH***27**{share}****Y")
        assert values(paper) == {}
        assert ("who_pays", "therapy_pays_percent") in asked(paper)
    assert values(read("EB*A*IND*MH***27**.5****Y")) == {"therapy_pays_percent": 50}
