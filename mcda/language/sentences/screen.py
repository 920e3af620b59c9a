from mcda.language.speech import Text
SCREEN: dict[str, Text] = {}
