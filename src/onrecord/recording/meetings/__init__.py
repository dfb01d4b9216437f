"""What is told of a meeting besides who met: duration, format, forum, venue, topics, what was agreed and disputed, who else was there.

In: the parse, quantities, times, the heads of the meetings' triggers. Out: `Statement`s, each tied to a trigger or to none.
"""
