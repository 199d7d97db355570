# What a partnership may call the employees' organization and the head of its schools.
term-association = association
term-association-the = the association
term-the-word-union = union
term-the-word-union-the = the union
term-council = employee council
term-council-the = the employee council
term-superintendent = superintendent
term-superintendent-the = the superintendent
term-head-of-schools = head of schools
term-head-of-schools-the = the head of schools
term-director = director
term-director-the = the director
