"""The registry of the twinning: what both cities share and enter once."""

from __future__ import annotations

from portal.twinning.models.agreement import AgreementStage, TwinningAgreement
from portal.twinning.models.axis import CooperationAxis
from portal.twinning.models.city import City
from portal.twinning.models.programme import CallForProjects, FundingProgramme

__all__ = ["AgreementStage", "CallForProjects", "City", "CooperationAxis", "FundingProgramme", "TwinningAgreement"]
