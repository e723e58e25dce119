"""Calls every operation of a generated client: every_operation.py CLIENT_FOLDER HOST [NAME=VALUE ...]

NAME=VALUE are parameters that must be given. Prints a line for each operation: its name, then its variables and how many rows it
gave, or the status and title of the problem, separated by tabs.
"""
import importlib
import inspect
import pkgutil
import sys

sys.path.insert(0, sys.argv[1])
import openapi_client
import openapi_client.api

given = dict(argument.split("=", 1) for argument in sys.argv[3:])
client = openapi_client.ApiClient(openapi_client.Configuration(host=sys.argv[2]))
operations = {}
for module in pkgutil.iter_modules(openapi_client.api.__path__):
    for name, api in inspect.getmembers(importlib.import_module("openapi_client.api." + module.name), inspect.isclass):
        if name.endswith("Api"):
            for method, operation in inspect.getmembers(api(client), inspect.ismethod):
                if not method.startswith("_") and not method.endswith(("_with_http_info", "_without_preload_content")):
                    operations[method] = operation
for name, operation in sorted(operations.items()):
    parameters = inspect.signature(operation).parameters.values()
    needed = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    try:
        answer = operation(**{parameter: given[parameter] for parameter in needed})
        print(name, ",".join(answer.head.vars), len(answer.results.bindings), sep="\t")
    except openapi_client.ApiException as problem:
        print(name, problem.status, problem.data.title, sep="\t")
