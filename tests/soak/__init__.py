"""Many visits, opened and closed for as long as one likes, and that the server keeps none of them.

`make soak`, `SESSIONS=2000 MINUTES=0 make soak`.
"""
