"""What regenerates the data that the package ships; not shipped itself."""
