from weaviate.util import generate_local_beacon

AUTHOR = "36ddd591-2dee-4e7e-a3cc-eb86d30a4303"
print(generate_local_beacon(AUTHOR, class_name="Author"))
print(generate_local_beacon("36ddd591-2dee-4e7e-a3cc-eb86d30a4304"))
