"""How firm is the answer? One file per question, in a user's words."""
