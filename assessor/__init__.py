"""assessor: should this legacy application be packaged whole or split? With evidence, a report and a bundle that comes up."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("assessor")
except PackageNotFoundError:  # a source tree that was never installed
    __version__ = "0+unknown"
