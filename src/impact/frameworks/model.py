"""What a framework of assessment is: its parts in our words, and what of it was read."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from impact.catalogue.model import LANGUAGES, Texts
from impact.errors import UnknownName
from impact.frameworks.scales import Perspective
from impact.frameworks.scores import Scale

PartKind = Literal["screening", "step", "perspective", "group", "determinant", "question", "rule"]
Basis = Literal["read", "unconfirmed"]
PART_KINDS: tuple[str, ...] = get_args(PartKind)

PartId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
FrameworkId = Annotated[str, StringConstraints(pattern=r"^(FI|SE|NO|WHO)_[A-Z_]+$")]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _in_all_languages(texts: Texts) -> None:
    missing = [code for code in LANGUAGES if code not in texts]
    if missing:
        raise ValueError(f"the text is missing in {', '.join(missing)}.")


class Source(_Model):
    """A text behind a framework, and what of it was read when."""

    title: str
    publisher: str
    published: int | None = None
    url: str | None = None
    read: Literal["page", "excerpt", "summary", "not_read"]
    seen: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None


class Part(_Model):
    """One part of a framework.

    Parameters
    ----------
    id
        Its key within the framework.
    kind
        screening (when to assess), step (what to do), perspective, group, determinant (whose and
        which impacts to look at), question (what to answer) or rule (what must hold).
    basis
        read: it follows a text that was read; unconfirmed: it does not, or only partly.
    text
        What it asks, in our words, in every language.
    perspective
        For a perspective: which of the closed set it is.
    """

    id: PartId
    kind: PartKind
    basis: Basis
    text: Texts
    perspective: Perspective | None = None

    @model_validator(mode="after")
    def _complete(self) -> Part:
        _in_all_languages(self.text)
        if (self.kind == "perspective") != (self.perspective is not None):
            raise ValueError("a part of kind perspective, and no other, names its perspective.")
        return self


class Framework(_Model):
    """A framework: a preset of what an assessment asks, of whom, and on which scale.

    Parameters
    ----------
    id, country
        Its key; the country whose practice it is (any for international ones).
    language
        Language of the original.
    name, purpose
        What it is called and what it is for, in every language.
    translation
        Always unofficial: wording and translations are ours.
    children
        Whether it asks for a group of children and for their views.
    scale
        The scale its entries are given on, if it has one of its own.
    limits
        What was not seen of it, in every language.
    sources, parts
        What it rests on and what it holds.
    """

    id: FrameworkId
    country: Literal["FI", "SE", "NO", "any"]
    language: Literal["fi", "sv", "nb", "en"]
    name: Texts
    purpose: Texts
    translation: Literal["unofficial"]
    children: bool = False
    scale: Scale | None = None
    limits: Texts
    sources: tuple[Source, ...] = Field(min_length=1)
    parts: tuple[Part, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _complete(self) -> Framework:
        for texts in (self.name, self.purpose, self.limits):
            _in_all_languages(texts)
        keys = [part.id for part in self.parts]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"parts stand here twice: {', '.join(twice)}.")
        return self

    def part(self, id: str) -> Part:
        """Return one part.

        Raises
        ------
        UnknownName
            The framework has no such part; the nearest ones are named.
        """
        for one in self.parts:
            if one.id == id:
                return one
        raise UnknownName(f"part of {self.id}", id, [one.id for one in self.parts])

    def parts_of(self, kind: PartKind) -> tuple[Part, ...]:
        """Return the parts of one kind, in the framework's order."""
        return tuple(one for one in self.parts if one.kind == kind)

    @property
    def perspectives(self) -> tuple[str, ...]:
        """Return the perspectives every alternative must be seen from."""
        return tuple(one.perspective for one in self.parts if one.perspective is not None)

    @property
    def unconfirmed(self) -> tuple[Part, ...]:
        """Return the parts that do not follow a text that was read."""
        return tuple(one for one in self.parts if one.basis == "unconfirmed")
