"""The API: the rows of the dataset as one JSON document for each record and each table, which never change their addresses."""
