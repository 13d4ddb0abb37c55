"""What kind of payee each is: supplier, public body, person, and so on."""
