"""How the database came to be what it is: numbered migrations, and what applies them."""
