"""How the topic model is made and measured: `python -m training.train`, `python -m training.evaluate`."""
