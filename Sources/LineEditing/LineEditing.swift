// Essay to be written with the finished module.
