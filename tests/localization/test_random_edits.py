"""Two hundred edits of a page of forty segments, in any order: no decision is lost, nothing unread is public."""

from __future__ import annotations

import json
import random
import uuid

import pytest
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from news.models import NewsPage
from portal.coediting.notifications.recording import quietly
from portal.localization.decisions import DecideSegmentsAction, ReopenSegmentAction
from portal.localization.models import SegmentDecision
from portal.localization.preparation import prepare_variant
from portal.localization.publication import PublishVariantAction, VariantNotReady
from portal.localization.segments import decided_texts, load_segments, string_segments
from tests import factories

EDITS = 200
SEGMENTS = 40
WORDS = ["halde", "gave", "souper", "fin de semaine", "courriel", "visite", "oui!", "quoi?", "d'abord", "énergie"]


class Story:
    """A page and its variant, and what two cities do to them, drawn from a seed."""

    def __init__(self, portal, seed):
        self.chance = random.Random(seed)  # noqa: S311
        self.portal = portal
        self.blocks = [self.new_block() for _ in range(SEGMENTS - 2)]
        self.page = factories.news_page(portal, portal.thetford, body=json.dumps(self.blocks))
        self.translation = prepare_variant(self.page)
        self.variant = factories.variant_of(self.page)
        self.reviewer = factories.reviewer_of(portal, self.page)
        self.history = {}
        self.held = {}

    def new_block(self):
        identifier = str(uuid.UUID(int=self.chance.getrandbits(128)))
        return {"type": "text", "id": identifier, "value": f"<p>{self.words(6)}</p>"}

    def words(self, count):
        return " ".join(self.chance.choices(WORDS, k=count))

    def edit(self):
        block = self.chance.choice(self.blocks)
        text = block["value"].removesuffix("</p>")
        changed = self.chance.choice([f"{text} {self.words(1)}", text.replace(" ", ", ", 1), f"<p>{self.words(5)}"])
        block["value"] = f"{changed}</p>"

    def add(self):
        self.blocks.insert(self.chance.randrange(len(self.blocks) + 1), self.new_block())

    def move(self):
        self.blocks.insert(self.chance.randrange(len(self.blocks)), self.blocks.pop())

    def delete(self):
        if len(self.blocks) > SEGMENTS // 2:
            self.blocks.pop(self.chance.randrange(len(self.blocks)))

    def publish_source(self):
        factories.publish(self.page, body=json.dumps(self.blocks), introduction=self.words(4))

    def review(self):
        segments = load_segments(self.translation)
        some = self.chance.sample(segments, self.chance.randint(1, len(segments)))
        decided = [segment for segment in segments if segment.is_decided]
        self.decide([(segment, segment.text) for segment in some])
        if decided and self.chance.random() < 0.3:
            reopened = self.chance.choice(decided)
            ReopenSegmentAction(self.translation, self.variant, [(reopened, "")], self.reviewer).execute()
            self.held.pop((reopened.path, reopened.source_text), None)

    def decide(self, choices):
        DecideSegmentsAction(self.translation, self.variant, choices, self.reviewer).execute()
        self.held |= {(segment.path, segment.source_text): text for segment, text in choices}

    def publish_variant(self):
        undecided = [segment for segment in load_segments(self.translation) if not segment.is_decided]
        if undecided and self.chance.random() < 0.5:
            with pytest.raises(VariantNotReady):
                PublishVariantAction(self.translation, self.reviewer).execute()
            return
        self.decide([(segment, segment.text) for segment in undecided])
        PublishVariantAction(self.translation, self.reviewer).execute()

    def check(self):
        """Every decision ever seen is there as it was; what was decided still is; the public text was decided."""
        fields = ("pk", "path", "source_text", "text", "state")
        rows = {pk: row for pk, *row in SegmentDecision.objects.order_by("pk").values_list(*fields)}
        assert all(rows.get(pk) == row for pk, row in self.history.items())
        self.history = rows
        decided = decided_texts(self.translation)
        current = {(row.context.path, row.string.data) for row in string_segments(self.translation)}
        assert all(decided[key] == text for key, text in self.held.items() if key in current)
        public = NewsPage.objects.get(pk=self.variant.pk)
        if public.live:
            read = {(path, text) for path, _, text, _ in rows.values()}
            assert {(value.path, value.string.data) for value in texts(public)} <= read


def texts(page):
    return [value for value in extract_segments(page) if isinstance(value, StringSegmentValue)]


@pytest.mark.django_db
def test_random_edits_lose_no_decision_and_publish_nothing_unread(portal):
    story = Story(portal, seed=1877)
    edits = [story.edit, story.edit, story.add, story.move, story.delete]
    steps = [story.publish_source, story.review, story.publish_variant]
    publications = 0
    with quietly():
        for _ in range(EDITS):
            story.chance.choice(edits)()
            if story.chance.random() < 0.5:
                step = story.chance.choice(steps)
                step()
                publications += step == story.publish_variant
                story.check()
    assert publications > EDITS // 10
    assert factories.variant_of(story.page).live
