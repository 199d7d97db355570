# What is wrong with a short thing somebody typed, and the foot of letters.
plain-empty = Fill this in.
plain-too-long = This is too long. Use at most { NUMBER($most) } letters.
plain-address = Write the address like this: name@school.org.
letter-foot = You get this letter because of your part in a school partnership on Concord. It is not an advertisement.
