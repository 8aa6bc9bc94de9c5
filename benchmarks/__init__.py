"""Accuracy and speed, run by hand."""
