"""Closed lists of French words that the reading of a sentence leans on."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


PRENOMINAL = words(
    """nouveau nouvel nouvelle nouveaux nouvelles ancien ancienne anciens anciennes premier première premiers premières
    dernier dernière derniers dernières prochain prochaine prochains prochaines bon bonne bons bonnes grand grande
    grands grandes petit petite petits petites gros grosse grosses beau bel belle beaux belles vieux vieil vieille
    vieilles jeune jeunes long longue longs longues seul seule seuls seules même mêmes autre autres certain certaine
    certains certaines futur future futurs futures simple simples double deuxième troisième quatrième cinquième second
    seconde meilleur meilleure meilleurs meilleures mauvais mauvaise mauvaises véritable véritables vrai vraie vrais
    vraies tel telle tels telles différents différentes divers diverses nombreux nombreuses principal principale
    principaux principales traditionnel traditionnelle traditionnels traditionnelles"""
)
NUMERALS = words("deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille")
COPULAS = words(
    """est sont était étaient sera seront serait seraient soit soient fut furent être été reste restent demeure
    demeurent semble semblent devient deviennent"""
)
BEFORE_COPULA = words(
    "ne n a ont avait avaient aura auront ait aient doit doivent peut peuvent devra pourra va vont pas"
)
ADVERBS = words("très plus moins bien trop assez si tout toujours déjà encore aussi pas jamais souvent désormais")
PRONOUNS = {
    "ms": words("il lequel celui"),
    "fs": words("elle laquelle celle"),
    "mp": words("ils lesquels ceux"),
    "fp": words("elles lesquelles celles"),
}
NOT_ADJECTIVES = words(
    """est a ont sont été en on y tout tous plus bien pour dans par sur avant après contre entre même pendant suivant
    durant sauf devant passé compris vu étant donné excepté concernant"""
)
PREPOSITIONS = words(
    "de d à en pour sur dans par avec sans sous chez vers dès pendant durant après avant contre selon depuis entre"
)
AUXILIARIES = words(
    """ai as a avons avez ont avais avait avions aviez avaient aurai auras aura aurons aurez auront aurait auraient ait
    aient ayant avoir eu été est sont était étaient sera seront serait seraient être fut furent suis es sommes êtes"""
)
SUBJECTS = {"je": "1sg", "j": "1sg", "tu": "2sg", "nous": "1pl", "vous": "2pl", "ils": "3pl", "elles": "3pl"}
MOVING_CLITICS = words("le la les lui leur me te se y en")
INVERTED = words("je tu il elle on nous vous ils elles ce t le la les moi lui leur y en là ci")

# Words in -h- that refuse the elision, and the vowels that do.
ASPIRATED = words(
    """halde hall halle halte hameau hamburger hanche handball handicap handicapé hangar hareng haricot harcèlement
    hasard hashtag hausse haut hauteur havre hérisson héros hêtre heurt hibou hiérarchie hockey hollandais homard
    hongrois honte hors houle housse huis huit huitième hublot hub hurlement hackathon haie haine"""
)
UNELIDED = words("onze onzième oui ouistiti yaourt yacht yoga yen yard uhlan")
