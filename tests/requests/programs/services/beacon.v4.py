AUTHOR = "36ddd591-2dee-4e7e-a3cc-eb86d30a4303"
print({"beacon": f"weaviate://localhost/Author/{AUTHOR}"})
print({"beacon": "weaviate://localhost/36ddd591-2dee-4e7e-a3cc-eb86d30a4304"})
