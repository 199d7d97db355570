# Lo que falla en algo corto que se escribió, y el pie de las cartas.
plain-empty = Llene este campo.
plain-too-long = Es demasiado largo. Use como máximo { NUMBER($most) } letras.
plain-address = Escriba la dirección así: nombre@escuela.org.
letter-foot = Usted recibe este mensaje por su lugar en una alianza escolar en Concord. No es publicidad.
