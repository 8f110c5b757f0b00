// Ett påhittat skript.
