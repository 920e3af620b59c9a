"""Pages that answer a question, made of blocks; one file per page. Shells only print them."""
