package com.guardline.claims.desk.action;

import javax.servlet.http.HttpServletRequest;

import com.guardline.claims.desk.DeskUser;

public interface DeskAction {

    String execute(HttpServletRequest request, DeskUser user);
}
