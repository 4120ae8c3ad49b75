"""Results in, Plotly figures as plain dicts out. Knows no Dash and no store; theme.py holds all colour and type."""
