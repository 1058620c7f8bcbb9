(module (memory 65535))
