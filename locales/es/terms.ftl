# Cómo puede llamar cada alianza a la organización de empleados y a quien dirige sus escuelas.
term-association = asociación
term-association-the = la asociación
term-the-word-union = sindicato
term-the-word-union-the = el sindicato
term-council = consejo de empleados
term-council-the = el consejo de empleados
term-superintendent = superintendente
term-superintendent-the = el superintendente o la superintendente
term-head-of-schools = dirección de las escuelas
term-head-of-schools-the = la dirección de las escuelas
term-director = director o directora
term-director-the = el director o la directora
