"""Trained parts. In: a text and its quotations. Out: `Findings`, proposals with scores. May import values and errors, numpy, onnxruntime, tokenizers."""
