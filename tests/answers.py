"""Invented eligibility answers: the segments around the benefits, with the names of nobody."""

# Stands for all that says who somebody is; nothing that is read may have it.
NAME, NUMBER, STREET = "PERSONNAME", "QX99881177", "STREETNAME"


def answer(*benefits, between="*", end="~\n", repeats="^", version="00501"):
    """An X12 271 with these segments after the person's."""
    lines = [
        f"ISA*00*          *00*          *ZZ*PAYER          *ZZ*CLINIC         *261123*0900"
        f"*{repeats}"
        f"*{version}*000000001*0*P*:",
        "GS*HB*PAYER*CLINIC*20261123*0900*1*X*005010X279A1",
        "ST*271*0001*005010X279A1",
        "BHT*0022*11*1*20261123*0900",
        "HL*1**20*1",
        "NM1*PR*2*PAYERNAME*****PI*1",
        "HL*2*1*21*1",
        "NM1*1P*2*PROVIDERNAME*****XX*1",
        "HL*3*2*22*0",
        f"NM1*IL*1*{NAME}*{NAME}****MI*{NUMBER}",
        f"REF*18*{NUMBER}",
        f"N3*1 {STREET} LANE",
        "DMG*D8*19900101*F",
        *benefits,
        "SE*20*0001",
        "GE*1*1",
        "IEA*1*000000001",
    ]
    # An amount may hold a sign that ends an element elsewhere.
    return end.join(line.replace("*", between) for line in lines) + end


FULL = (
    "EB*1*IND*30*C1*EXAMPLE PLAN",
    "EB*C*FAM*30***23*3000*****Y",
    "EB*C*FAM*30***29*2500*****Y",
    "EB*C*IND*30***23*1500*****Y",
    "EB*C*IND*30***29*1000*****Y",
    "EB*C*IND*30***23*4000*****N",
    "EB*G*IND*30***23*6000*****Y",
    "EB*G*IND*30***24*750.25*****Y",
    "EB*B*IND*98***27*50*****Y",
    "EB*B*IND*MH***27*30*****Y",
    "EB*B*IND*MH***27*60*****N",
    "EB*A*IND*BB***27**.2****Y",
)
