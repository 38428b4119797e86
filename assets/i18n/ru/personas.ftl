# personas
