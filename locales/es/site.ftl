# Lugares y los números con que otros los conocen.
site-no-name-missing = Escriba el nombre del lugar.
site-no-zone-unknown = No se conoce esta zona horaria. Debe verse así: America/Chicago.
site-no-misplaced = Un lugar de este tipo no puede estar ahí.
site-no-nces-taken = Otro lugar ya tiene este número federal.
site-no-name-taken = Ya existe ahí un lugar de este tipo con ese nombre.
site-nces-not-digits = Un número federal solo tiene cifras.
site-nces-length = El número federal de este tipo de lugar tiene { NUMBER($wanted) } cifras. Este tiene { NUMBER($found) }. ¿Es el código propio del estado?
site-nces-other-state = En este estado, un número federal empieza con { $wanted }.
site-nces-other-district = El número federal de una escuela empieza con el de su distrito, { $wanted }.
site-nces-none-for-kind = Los lugares de este tipo no tienen número federal.
