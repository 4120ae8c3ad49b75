"""Run charts and control charts: is this series moving, or is it only chance?"""
