print("cardinfo")
