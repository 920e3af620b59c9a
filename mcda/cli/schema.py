"""mcda schema: the JSON Schema of case files, so that editors complete and check them."""

import json

import click

from mcda.cli import _options as shared


@shared.command("schema")
def COMMAND() -> None:
    from mcda.files.schema import Case

    click.echo(json.dumps(Case.model_json_schema(by_alias=True), ensure_ascii=False, indent=2))
