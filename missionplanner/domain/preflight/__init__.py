"""Look at what will be printed before it is: concerns with where they are mended."""
