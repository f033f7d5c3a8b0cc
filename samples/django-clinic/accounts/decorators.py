from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied


def role_required(check):
    """`check` is the name of a method of StaffProfile that answers yes or no."""

    def decorate(view):
        @wraps(view)
        @login_required
        def wrapped(request, *args, **kwargs):
            profile = getattr(request.user, "staff_profile", None)
            if request.user.is_superuser or (profile is not None and getattr(profile, check)()):
                return view(request, *args, **kwargs)
            raise PermissionDenied

        return wrapped

    return decorate
